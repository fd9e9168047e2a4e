/** Refuses with every contradiction at once, naming the variables and never their values. */
export class EnvironmentError extends Error {}
