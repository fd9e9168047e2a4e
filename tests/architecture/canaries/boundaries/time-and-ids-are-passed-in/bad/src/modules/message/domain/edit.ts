export const editedAt = () => new Date();
