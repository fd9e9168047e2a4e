export const size = (value: readonly unknown[]): number => value.length;
