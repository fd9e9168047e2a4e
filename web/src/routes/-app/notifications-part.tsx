export { NotificationsSection } from "../../features/notification/settings/notifications-section.tsx";
