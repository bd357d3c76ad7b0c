import { requireNode } from './require-node.mjs';
import { ensureBuilt, ensureInstalled } from './prepare.mjs';

/** `npm start`: brings everything up to date, then serves. */
requireNode();
await ensureInstalled();
await ensureBuilt();
await import('./serve.mjs');
