export const box = ({ width, height, depth, weight, label }: Record<string, number>) => [
  width,
  height,
  depth,
  weight,
  label,
];
