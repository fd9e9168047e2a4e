const { env } = globalThis.process;

export const pid = env["PID_FILE"];
