// @vitest-environment happy-dom
import { create } from "@bufbuild/protobuf";
import { createRouterTransport } from "@connectrpc/connect";
import { expect, it } from "vitest";
import { OrgSchema, UserService } from "../../../gen/chatter/user/v1/user_pb.js";
import { createApi } from "../api/clients.ts";
import { OrgName } from "./org-name.ts";

const org = (name: string) => create(OrgSchema, { name });

it("keeps the name that was told while an older answer was on its way", async () => {
  const answer = Promise.withResolvers<void>();
  const transport = createRouterTransport(({ service }) => {
    service(UserService, {
      async getOrg() {
        await answer.promise;
        return { org: org("Before") };
      },
    });
  });
  const name = new OrgName(createApi(transport));
  const reading = name.read();
  name.changed(org("After"));
  answer.resolve();
  await reading;
  expect(name.store.getState()).toBe("After");
  await name.read();
  expect(name.store.getState()).toBe("Before");
});
