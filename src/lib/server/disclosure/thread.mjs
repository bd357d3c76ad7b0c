import { register } from 'tsx/esm/api';

/** The thread of an audit, from its sources: the built application is one file that cannot be started twice. */
register();
await import('./run-audit.ts');
