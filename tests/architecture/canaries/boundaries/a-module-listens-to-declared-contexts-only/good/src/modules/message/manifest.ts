export const manifest = {
  name: "message",
  purpose: "A canary.",
  owns: [],
  dependsOn: ["channel"],
  ports: [],
  publishes: [],
  listens: ["channel.ChannelArchived"],
};
