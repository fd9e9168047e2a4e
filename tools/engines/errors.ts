/** What somebody who starts or brings engines is told in a line, without a stack. */
export class EngineError extends Error {}
