export const channels = async () => await import("../../channel/index.ts");
