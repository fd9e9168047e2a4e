export const manifest = {
  name: "message",
  purpose: "A canary.",
  owns: [],
  dependsOn: [],
  ports: [],
  publishes: [],
  listens: [],
};
