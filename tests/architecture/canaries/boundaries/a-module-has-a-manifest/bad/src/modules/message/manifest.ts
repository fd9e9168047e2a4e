export const manifest = {
  name: "mesage",
  purpose: "A canary.",
  owns: [],
  dependsOn: [],
  ports: [],
  publishes: [],
  listens: [],
};
