/** Plain text for one person. */
export interface Letter {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}
