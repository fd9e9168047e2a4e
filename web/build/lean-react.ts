/** What of react-dom is only reached through what this client has none of; each function is emptied of its code. */
const unreached = {
  hydration: `createFiberFromDehydratedFragment throwOnHydrationMismatch prepareToHydrateHostInstance
    getBumpedLaneForHydration getBumpedLaneForHydrationByLane pushDehydratedActivitySuspenseHandler
    mountHostRootWithoutHydrating retrySuspenseComponentWithoutHydrating updateDehydratedSuspenseComponent
    retryDehydratedSuspenseBoundary clearHydrationBoundary hideOrUnhideDehydratedBoundary canHydrateInstance
    canHydrateTextInstance canHydrateHydrationBoundary registerSuspenseInstanceRetry getNextHydratable
    getNextHydratableInstanceAfterHydrationBoundary getParentHydrationBoundary attemptContinuousHydration
    attemptHydrationAtCurrentPriority attemptExplicitHydrationTarget queueIfContinuousEvent
    accumulateOrCreateContinuousQueuedReplayableEvent attemptReplayContinuousQueuedEvent
    attemptReplayContinuousQueuedEventInMap replayUnblockedEvents scheduleReplayQueueIfNeeded
    ReactDOMHydrationRoot`,
  "view transitions": `getViewTransitionName getViewTransitionClassName trackEnterViewTransitions
    pushViewTransitionCancelableScope applyViewTransitionToHostInstances
    applyViewTransitionToHostInstancesRecursive restoreViewTransitionOnHostInstances
    commitAppearingPairViewTransitions commitEnterViewTransitions commitDeletedPairViewTransitions
    commitExitViewTransitions commitNestedViewTransitions restorePairedViewTransitions
    restoreEnterOrExitViewTransitions restoreNestedViewTransitions measureViewTransitionHostInstancesRecursive
    measureNestedViewTransitions recursivelyTraverseAfterMutationEffects commitAfterMutationEffectsOnFiber
    scheduleViewTransitionEvent flushAfterMutationEffects applyViewTransitionName restoreViewTransitionName
    createMeasurement measureInstance startViewTransition ViewTransitionPseudoElement
    createViewTransitionInstance`,
  "actions of forms": `dispatchActionState runActionStateAction handleActionReturnValue onActionSuccess
    onActionError notifyActionListeners mountActionState updateActionState updateActionStateImpl
    rerenderActionState startHostTransition ensureFormComponentIsStateful requestFormReset
    recursivelyResetForms`,
  "resources in the head": `getResource acquireResource suspendResource preloadResource
    preloadResourceAndSuspendIfNeeded mountHoistable getHydratableHoistableCache preconnectAs prefetchDNS
    preconnect preload preloadModule preinitStyle preinitScript preinitModuleScript preloadStylesheet
    insertStylesheet insertStylesheetIntoRoot insertSuspendedStylesheets adoptPreloadPropsForStylesheet
    adoptPreloadPropsForScript stylesheetPropsFromRawProps`,
  "references to fragments": `FragmentInstance validateDocumentPositionWithFiberTree
    addFragmentHandleToFiber commitNewChildToFragmentInstance deleteChildFromFragmentInstance`,
  "lists of suspense": "updateSuspenseListComponent cutOffTailIfNeeded initSuspenseListRenderState",
  activities: `mountActivityChildren retryActivityComponentWithoutHydrating updateActivityComponent
    commitActivityHydrationCallbacks`,
} as const;

/** What is asked on the way about the above, and the answer when there is none of it. */
const answers = {
  popHydrationState: "return !1",
  isHostHoistableType: "return !1",
  isFragmentInstanceParent: "return !1",
  commitNewChildToFragmentInstances: "",
  commitFragmentInstanceInsertionEffects: "",
  commitFragmentInstanceDeletionEffects: "",
  clearIfContinuousEvent: "",
  retryIfBlockedOn: "",
  extractEvents$1: "",
  // Nobody reads the stack of components that an error is told with.
  getStackByFiberInDevAndProd: 'return ""',
} as const;

/**
 * react-dom without hydration, view transitions, actions of forms, resources in the head and the like: 15 KiB gzipped
 * of the first load, kept alive by branches that only they take. What is reached after all throws, and says what it
 * belongs to. Throws when a new version of react-dom is built otherwise.
 */
export function leanReactDom(code: string): string {
  let lean = code;
  for (const [feature, names] of Object.entries(unreached)) {
    const body = `throw Error(${JSON.stringify(`Left out of this client: ${feature}`)})`;
    for (const name of names.split(/\s+/)) lean = withBody(lean, name, body);
  }
  for (const [name, body] of Object.entries(answers)) lean = withBody(lean, name, body);
  lean = without(
    lean,
    /^(?:FragmentInstance|ViewTransitionPseudoElement)\.prototype\.\w+ = function [^]*?^};\n/gm,
  );
  lean = without(lean, /^ReactDOMHydrationRoot\.prototype\.unstable_scheduleHydration = [^]*?^};\n/m);
  lean = without(lean, /^ReactDOMHydrationRoot\.prototype\.\w+ = (?=ReactDOMRoot\.prototype)/gm);
  lean = without(lean, /^exports\.hydrateRoot = [^]*?^};\n/gm);
  // Nothing is ever hydrated, and no lanes are those of a view transition.
  lean = changed(lean, /\bisHydrating\b(?!\$| = |\n\))/g, "!1");
  return changed(lean, /\((\w+) & 335544064\) === \1\b/g, "!1");
}

function withBody(code: string, name: string, body: string): string {
  const declared = new RegExp(
    String.raw`^(function ${name.replace("$", "\\$")}\([^)]*\) \{\n)[^]*?^\}\n`,
    "m",
  );
  return changed(code, declared, `$1${body}}\n`);
}

function without(code: string, part: RegExp): string {
  return changed(code, part, "");
}

function changed(code: string, part: RegExp, by: string): string {
  const lean = code.replace(part, by);
  if (lean === code) throw new Error(`react-dom is built in another way: it has no ${part.source}.`);
  return lean;
}
