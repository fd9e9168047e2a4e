export const everyone = "<!channel>";
