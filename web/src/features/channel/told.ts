import { failureOf } from "../../api/failure.ts";
import { showToast } from "../../ui/toast-store.ts";

/** Says in a toast why something was not done; settles with whether it was. */
export async function told(work: Promise<unknown>): Promise<boolean> {
  try {
    await work;
    return true;
  } catch (error) {
    showToast({ text: failureOf(error).text, tone: "danger" });
    return false;
  }
}
