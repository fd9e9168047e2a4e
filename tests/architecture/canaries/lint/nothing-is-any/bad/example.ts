export const size = (value: any): number => value.length;
