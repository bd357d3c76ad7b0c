import { ensureBuilt, ensureInstalled, ensureMessages } from './prepare.mjs';
import { requireNode } from './require-node.mjs';

/** `npm run shots [-- WORD…]`: pictures of every view in shots/; words choose by a part of the file's name. */
requireNode();
await ensureInstalled();
await ensureMessages();
await ensureBuilt();

const { register } = await import('tsx/esm/api');
register();
const { takeShots } = await import('../tests/shots/main.ts');
await takeShots(process.argv.slice(2));
