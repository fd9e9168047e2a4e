import type { Theme } from "./channels.ts";

/** Sentences with slots in braces, which `words` fills. `{who}` mentions a person. */
export interface Phrases {
  readonly openers: readonly string[];
  readonly answers: readonly string[];
}

export const words: Readonly<Record<string, readonly string[]>> = {
  feature: [
    "the importer",
    "search",
    "the new composer",
    "offline mode",
    "the thread panel",
    "push",
    "the audit log",
  ],
  service: [
    "the relay",
    "the gateway",
    "staging",
    "the mail worker",
    "the read replica",
    "the build",
    "the CDN",
  ],
  file: [
    "jobs/import.ts",
    "gateway/ring.ts",
    "ui/message-row.tsx",
    "db/pool.ts",
    "docs/upgrade.md",
    "ci/cache.sh",
  ],
  number: ["3", "7", "12", "18", "24", "40", "60", "85"],
  percent: ["4 %", "11 %", "18 %", "27 %", "35 %", "half"],
  customer: ["Contoso", "Fabrikam", "Globex", "Initech", "Tailspin", "Wide World", "Adventure Works"],
  day: ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "the 12th", "tomorrow"],
  screen: [
    "the sidebar",
    "the settings page",
    "onboarding",
    "the empty state",
    "the phone layout",
    "dark mode",
  ],
  food: ["ramen", "tacos", "the falafel place", "leftover pizza", "soup", "jollof"],
  pet: ["the cat", "my dog", "the office plant", "the neighbour's parrot"],
};

export const phrases: Readonly<Record<Theme, Phrases>> = {
  launch: {
    openers: [
      "Where are we with {feature}? The note goes out on {day}.",
      "Release candidate {number} is on staging. Please try {feature} and {screen}.",
      "Checklist for {day}:\n- [x] changelog\n- [x] upgrade notes\n- [ ] {feature} on a slow network\n- [ ] screenshots",
      "{who} can you sign off {feature}? Everything else is green.",
      "Moving the cut to {day}: {feature} needs one more pass.",
      "**Decision:** {feature} ships behind a switch, on by default for new teams.",
      "The demo for {customer} went well. They asked for {feature} twice.",
      "First numbers with 2.0: {percent} fewer requests, and nobody noticed the move. That is the best review.",
    ],
    answers: [
      "Green on my side.",
      "I need until {day}, then it is done.",
      "Tried it on the train, offline and back: nothing lost.",
      "One question: what happens to people on the old version?",
      "Looks good. Small thing in {screen}, not a blocker.",
      "Signed off ✅",
      "I will write the note. Draft by {day}.",
      "Let us not. We said no new scope after {day}.",
      "Agreed.",
      "Added to the checklist.",
    ],
  },
  engineering: {
    openers: [
      "{feature} got {percent} faster by not doing the work twice. Details in `{file}`.",
      "Who knows why `{file}` retries {number} times?",
      "Small one for review:\n```ts\nfor await (const page of pages(cursor)) {\n  await store.append(page); // idempotent by client id\n}\n```",
      "I would like to delete `{file}`. Nothing calls it since {day}.",
      "p99 of {service} is down to {number} ms after the pool change.",
      "{who} your branch and mine both touch `{file}`. Shall I go first?",
      "Flaky test found: it slept instead of waiting for the event. Fixed, with the reason in the commit.",
      "> premature optimisation\n\nMeasured before and after, same machine, same hour: {percent}. Numbers in the thread.",
      "Proposal: one ring per channel instead of a queue per socket. Memory goes down by {percent}.",
      "Heads up: migration {number} rewrites an index. It took {number} s on a copy of production.",
    ],
    answers: [
      "Nice.",
      "Have you tried it with {number} connections?",
      "That was me, in 2023. Sorry. The reason is gone, delete it.",
      "Reviewed, two small comments.",
      "Go first, I will rebase.",
      "Can we keep the old path for one release?",
      "I get {number} ms here, so it is not your machine.",
      "The type already says so; the comment can go.",
      "Merged.",
      "Good catch, thank you.",
      "Yes please. Less code.",
    ],
  },
  design: {
    openers: [
      "New pass on {screen}. Calmer, and the focus ring is visible now.",
      "Should unread be **bold** or a dot? I tried both with {number} people.",
      "The contrast of the muted text is 4.6 in light and 5.1 in dark. AA everywhere.",
      "{who} the icons on {screen} do not line up at 360 px.",
      "Research round {number}: {percent} did not find the thread button. It now shows on focus too.",
      "Motion: 120 ms for things that appear, nothing for things one does a hundred times a day.",
    ],
    answers: [
      "Much better.",
      "Bold. Dots disappear for me.",
      "Could the spacing be one step larger?",
      "I like the second one.",
      "Works with the keyboard too, thank you!",
      "The empty state made me smile.",
      "Let us look at it on a phone on {day}.",
      "Ship it.",
    ],
  },
  incident: {
    openers: [
      "🔴 {service} answers slowly since a few minutes. Looking.",
      "🟡 Queue of {service} is growing, {number} k waiting.",
      "Post-mortem for {day} is up. Short version: a timeout without a limit above it.",
      "Planned: {service} restarts at 06:00 UTC. Clients reconnect by themselves.",
    ],
    answers: [
      "I see it too, from two regions.",
      "Rolling back the change to `{file}`.",
      "Back to normal. Keeping an eye on it.",
      "Customers affected: {customer}, told by phone.",
      "Nothing lost: every acknowledged message is in the log.",
      "Alert threshold was too high, lowered it to {number}.",
      "Thanks for the quick hands, {who}.",
    ],
  },
  customers: {
    openers: [
      "{customer} asks whether {feature} works without internet.",
      "Third ticket this week about {screen}. Can we say it better?",
      "{customer} moved {number} teams over the weekend. Zero tickets. 🎉",
      "A customer wrote: “we stopped thinking about it”. I take that as praise.",
      "Does somebody know why {feature} shows the old name for {customer}?",
    ],
    answers: [
      "It does, since last month. Docs: [working offline](https://northwind.example/docs/offline).",
      "I will take the ticket.",
      "Answered, with a screenshot.",
      "{who} wrote the text, maybe ask them.",
      "That is cached for {number} minutes; a reload helps.",
      "Added to the list for {day}.",
      "Lovely!",
    ],
  },
  office: {
    openers: [
      "{pet} walked over my keyboard and approved a pull request.",
      "Who is up for {food}?",
      "Good morning from a very rainy window.",
      "Reminder: short week, {day} is off in most places.",
      "Welcome to everybody who started this week! Say hello in here.",
      "I found a typo in my own email address after {number} years.",
      "Weekly question: what did you learn that you did not expect?",
      "The coffee machine is back. This is not a drill.",
    ],
    answers: [
      "Same here 😄",
      "Count me in.",
      "12:30?",
      "Best news of the week.",
      "Picture or it did not happen.",
      "Good morning!",
      "Welcome! 👋",
      "I learned that `git bisect run` exists.",
      "{food}, obviously.",
    ],
  },
  money: {
    openers: [
      "The month is closed. Cloud is {percent} below plan.",
      "{customer} renewed for {number} months.",
      "Travel budget for the offsite: please enter by {day}.",
    ],
    answers: ["Thank you!", "Booked.", "Can you split it by team?", "Entered.", "The sheet is updated."],
  },
};

export const emoji = ["👍", "🎉", "❤️", "😄", "👀", "🚀", "🙏", "✅", "💯", "🔥"] as const;
