import { requireNode } from './require-node.mjs';
import { ensureBuilt, ensureInstalled, startBuilt } from './prepare.mjs';

/** `npm start`: brings everything up to date, then serves. */
requireNode();
await ensureInstalled();
await ensureBuilt();
await startBuilt();
