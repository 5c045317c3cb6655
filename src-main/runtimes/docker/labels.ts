/** What the lab writes on all it makes in an engine, so that it finds it again after a crash. */
export const RUN_LABEL = 'dev.paralelo.run';
export const OWNER_LABEL = 'dev.paralelo.owner';
export const TWIN_LABEL = 'dev.paralelo.twin';
/** Of a twin's image: the sha256 of all that went into it. */
export const CONTENT_LABEL = 'dev.paralelo.content';
/** Set by users on what must not be stopped or removed from here. Any value but `false`. */
export const PROTECTED_LABEL = 'dev.paralelo.protected';
