export const box = (width: number, height: number, depth: number, weight: number, label: number) => [
  width,
  height,
  depth,
  weight,
  label,
];
