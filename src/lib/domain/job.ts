/** What is done with a file that was sent in. */
export type JobKind = 'inspect' | 'check' | 'load';
export type JobState = 'running' | 'done' | 'failed' | 'cancelled';
