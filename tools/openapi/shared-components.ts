const codes = [
  "canceled",
  "unknown",
  "invalid_argument",
  "deadline_exceeded",
  "not_found",
  "already_exists",
  "permission_denied",
  "resource_exhausted",
  "failed_precondition",
  "aborted",
  "out_of_range",
  "unimplemented",
  "internal",
  "unavailable",
  "data_loss",
  "unauthenticated",
];

const errorDetail = {
  type: "object",
  properties: {
    type: { type: "string", description: "The Protobuf message the value holds." },
    value: { type: "string", contentEncoding: "base64", description: "The message in binary form." },
    debug: { description: "The same message as JSON, to be read by people." },
  },
  required: ["type", "value"],
};

/** What Connect, and our way of signing in, add to every method. */
export const sharedComponents = {
  securitySchemes: {
    bearer: {
      type: "http",
      scheme: "bearer",
      description: "An API key, or a short-lived token from AuthService/CreateAccessToken.",
    },
    session: {
      type: "apiKey",
      in: "cookie",
      name: "chatter_session",
      description: "The session of a browser, set by AuthService/Login.",
    },
  },
  parameters: {
    IdempotencyKey: {
      name: "Idempotency-Key",
      in: "header",
      required: false,
      description:
        "Repeating a call under the same key answers with the first result and does nothing again.",
      schema: { type: "string", minLength: 1, maxLength: 128 },
    },
  },
  responses: {
    Error: {
      description: "The call was refused or failed; the HTTP status follows from the code.",
      content: { "application/json": { schema: { $ref: "#/components/schemas/connect.error" } } },
    },
  },
  schemas: {
    "connect.error": {
      type: "object",
      properties: {
        code: { type: "string", enum: codes },
        message: { type: "string" },
        details: { type: "array", items: errorDetail },
      },
      required: ["code"],
    },
  },
};
