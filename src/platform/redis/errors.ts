/** The settings do not lead to a Redis that serves. Names the variable, and never its value. */
export class RedisError extends Error {}
