import { Command, ImagePlus, Search, UserPlus, X } from "lucide-react";
import type { ReactNode } from "react";
import { welcomeText } from "../../text/welcome.ts";
import { hotkeyLabels } from "../../ui/hotkey.ts";
import { appKeys } from "../../ui/hotkey-table.ts";
import { IconButton } from "../../ui/icon-button.tsx";
import { useMediaQuery } from "../../ui/media-query.ts";

export interface WelcomeProps {
  readonly orgName: string;
  /** Absent for who cannot invite. */
  readonly onInvite: (() => void) | undefined;
  readonly onPicture: () => void;
  readonly onSwitcher: () => void;
  readonly onDismiss: () => void;
}

/** A few words to who has just come, in the first channel they see. */
export function Welcome({ orgName, onInvite, onPicture, onSwitcher, onDismiss }: WelcomeProps) {
  const hasKeys = !useMediaQuery("(pointer: coarse)");
  const keys = hotkeyLabels(appKeys.switcher[0]).join(" ");
  return (
    <section
      aria-labelledby="welcome"
      className="relative mx-4 mt-4 flex-none rounded-2xl border border-line bg-raised p-4 shadow-raised max-pane:mx-2 max-pane:mt-2"
    >
      <h2 id="welcome" className="pe-8 text-[17px] font-[650]">
        {welcomeText("title", { org: orgName })}
      </h2>
      <p className="text-ink2">{welcomeText("text")}</p>
      <div className="mt-3 grid gap-2 pane:grid-cols-3">
        {onInvite !== undefined && (
          <Step icon={<UserPlus size={18} />} label={welcomeText("invite")} onPress={onInvite}>
            {welcomeText("inviteText")}
          </Step>
        )}
        <Step icon={<ImagePlus size={18} />} label={welcomeText("picture")} onPress={onPicture}>
          {welcomeText("pictureText")}
        </Step>
        <Step
          icon={hasKeys ? <Command size={18} /> : <Search size={18} />}
          label={hasKeys ? welcomeText("switcher", { keys }) : welcomeText("search")}
          onPress={onSwitcher}
        >
          {welcomeText("switcherText")}
        </Step>
      </div>
      <IconButton
        label={welcomeText("dismiss")}
        icon={<X size={18} />}
        onClick={onDismiss}
        className="absolute end-2.5 top-2.5"
      />
    </section>
  );
}

interface StepProps {
  readonly icon: ReactNode;
  readonly label: string;
  readonly onPress: () => void;
  readonly children: ReactNode;
}

function Step({ icon, label, onPress, children }: StepProps) {
  return (
    <button
      type="button"
      onClick={onPress}
      className="flex items-start gap-3 rounded-xl border border-line p-3 text-start transition hover:border-accent hover:bg-accent-soft/40"
    >
      <span aria-hidden className="mt-0.5 text-accent">
        {icon}
      </span>
      <span className="min-w-0">
        <span className="block font-semibold">{label}</span>
        <span className="block text-[13px] text-ink2">{children}</span>
      </span>
    </button>
  );
}
