import { mkdirSync, writeFileSync } from "node:fs";
import { validateProto } from "./validate-proto.ts";

mkdirSync("proto/buf/validate", { recursive: true });
writeFileSync("proto/buf/validate/validate.proto", validateProto());
