export { DevicesSection } from "../../features/notification/devices/devices-section.tsx";
