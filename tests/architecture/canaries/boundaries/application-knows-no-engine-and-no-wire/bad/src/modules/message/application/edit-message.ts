import { messageRepository } from "../infrastructure/message-repository.ts";

export const editMessage = () => messageRepository.save();
