import { Avatar } from "../../ui/avatar.tsx";

export const Row = () => <Avatar />;
