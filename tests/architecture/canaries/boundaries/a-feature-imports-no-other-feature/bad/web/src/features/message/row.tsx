import { ProfileCard } from "../user/profile-card.tsx";

export const Row = () => <ProfileCard />;
