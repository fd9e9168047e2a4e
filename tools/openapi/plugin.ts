// A protoc plugin: reads the compiled proto files from standard input, writes openapi.json.
import { createEcmaScriptPlugin, runNodeJs } from "@bufbuild/protoplugin";
import project from "../../package.json" with { type: "json" };
import { openApiDocument } from "./document.ts";

runNodeJs(
  createEcmaScriptPlugin({
    name: "protoc-gen-openapi",
    version: project.version,
    generateTs: (schema) => {
      const document = openApiDocument(schema.files, project.version);
      schema.generateFile("openapi.json").print(JSON.stringify(document, null, 2));
    },
  }),
);
