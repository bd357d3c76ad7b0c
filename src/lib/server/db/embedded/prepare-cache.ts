import { prepareCache } from './embedded.ts';

/** Run by a build, so that its first start is as fast as later ones. */
await prepareCache();
