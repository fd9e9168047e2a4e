import { Children, type ReactNode } from "react";
import { Divider } from "./passkeys/divider.tsx";

/** The other ways in than the form above them; nothing where there are none. */
export function OtherWays({ children }: { readonly children: ReactNode }) {
  if (Children.toArray(children).length === 0) return null;
  return (
    <div className="mt-5 flex flex-col gap-4">
      <Divider />
      {children}
    </div>
  );
}
