import { register } from 'tsx/esm/api';

/** A thread of the pool that makes files, from its sources: the built application is one file that cannot be started twice. */
register();
const { default: run } = await import('./run-export.ts');
export default run;
