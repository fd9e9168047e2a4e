export interface DemoPerson {
  readonly name: string;
  readonly handle: string;
  readonly title: string;
  readonly timezone: string;
  readonly status?: { readonly emoji: string; readonly text: string };
}

/** Everybody's password in the demo. The owner is the first. */
export const DEMO_PASSWORD = "correct horse battery";
export const DEMO_ORG = "Northwind";

export const emailOf = (person: DemoPerson): string => `${person.handle}@northwind.example`;

const person = (name: string, handle: string, title: string, timezone: string): DemoPerson => ({
  name,
  handle,
  title,
  timezone,
});

export const people: readonly DemoPerson[] = [
  {
    ...person("Mei Tanaka", "mei", "Head of Product", "Asia/Tokyo"),
    status: { emoji: "🚀", text: "Shipping 2.0" },
  },
  person("Amara Okafor", "amara", "Performance Engineer", "Africa/Lagos"),
  {
    ...person("Jonas Weber", "jonas", "Backend Engineer", "Europe/Berlin"),
    status: { emoji: "🎧", text: "Focus until noon" },
  },
  person("Tomás Ruiz", "tomas", "Release Manager", "Europe/Madrid"),
  person("Priya Nair", "priya", "Design Lead", "Asia/Kolkata"),
  person("Ines Moreau", "ines", "Frontend Engineer", "Europe/Paris"),
  {
    ...person("Samuel Adeyemi", "samuel", "Site Reliability", "Africa/Lagos"),
    status: { emoji: "📟", text: "On call" },
  },
  person("Hanna Lindqvist", "hanna", "Customer Success", "Europe/Stockholm"),
  person("Diego Ferreira", "diego", "Mobile Engineer", "America/Sao_Paulo"),
  person("Lucia Rossi", "lucia", "Data Analyst", "Europe/Rome"),
  person("Noah Miller", "noah", "Support Engineer", "America/Chicago"),
  person("Fatima Zahra", "fatima", "Security Engineer", "Africa/Casablanca"),
  person("Oliver Brandt", "oliver", "Finance", "Europe/Vienna"),
  {
    ...person("Grace Kim", "grace", "Marketing", "America/Los_Angeles"),
    status: { emoji: "🌴", text: "Back on Monday" },
  },
  person("Yusuf Demir", "yusuf", "QA Engineer", "Europe/Istanbul"),
  person("Elena Popova", "elena", "Technical Writer", "Europe/Sofia"),
  person("Liam O'Connor", "liam", "Sales", "Europe/Dublin"),
  person("Aiko Sato", "aiko", "UX Researcher", "Asia/Tokyo"),
  person("Kwame Mensah", "kwame", "Platform Engineer", "Africa/Accra"),
  person("Sofia Almeida", "sofia", "People and Culture", "Europe/Lisbon"),
];
