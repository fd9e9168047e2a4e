import { createFileRoute } from "@tanstack/react-router";
import { SavedPage } from "../-app/saved-page.tsx";

export const Route = createFileRoute("/_app/saved")({ component: SavedPage });
