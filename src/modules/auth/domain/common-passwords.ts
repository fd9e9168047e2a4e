/** Ten characters and more that head the lists of leaked passwords; shorter ones are refused anyway. */
const common = new Set(
  `
  0123456789 0987654321 1029384756 1111111111 11223344556 112233445566 1122334455 1212121212 123123123123
  123321123321 1234512345 1234554321 12345678900 1234567890 12345678901 123456789012 1234567890123
  12345678910 123456789a 123456789q 123456789z 1234567891 1234567899 1234567890q 123456abcd 12345qwert
  1234qwerasdf 1234qwerty 123abc123abc 123qwe123qwe 123qweasdzxc 147258369 1472583690 1q2w3e4r5t 1q2w3e4r5t6y
  1qaz2wsx3edc 1qazxsw23edc 2wsx3edc4rfv 789456123 7894561230 9876543210 987654321a a123456789 a1b2c3d4e5
  aa12345678 aa123456789 abc1234567 abc123456789 abcd123456 abcd12345678 abcde12345 abcdefghij abcdefghijk
  abcdefghijkl admin12345 admin123456 administrator asd123asd123 asdfasdfasdf asdfghjkl1 asdfghjkl123
  asdfghjkl; asdfghjklqwertyuiop azerty123456 azertyuiop baseball123 basketball changeme123 changemenow
  charlie123 chatter123 chocolate1 correcthorse correcthorsebatterystaple dragon1234 football12 football123
  fuckyou123 george1234 hello12345 hello123456 helloworld helloworld1 iloveyou12 iloveyou123 iloveyou1234
  iloveyou2000 internet123 jennifer123 jordan2323 killer1234 letmein123 letmein1234 letmeinplease
  liverpool1 liverpool123 manchester manchesterunited master1234 michael123 michelle123 mynameis123
  mypassword mypassword1 p@ssw0rd12 p@ssw0rd123 p@ssword123 pa$$w0rd123 pass123456 pass1234567
  passw0rd12 passw0rd123 password00 password01 password10 password11 password12 password123 password1234
  password12345 password123456 password2023 password2024 password2025 password2026 password99 passwordpassword
  pokemon123 princess12 princess123 q1w2e3r4t5 q1w2e3r4t5y6 qazwsx123456 qazwsxedc1 qazwsxedc123 qazwsxedcrfv
  qqww1122334455 qwe123qwe123 qwer1234qwer qwert12345 qwerty1234 qwerty12345 qwerty123456 qwertyqwerty
  qwertyuiop qwertyuiop1 qwertyuiop12 qwertyuiop123 qwertyuiop[] qwertzuiop rockyou123 secret1234 sunshine123
  superman12 superman123 test123456 test12345678 testtest123 unknown123 volkswagen welcome123 welcome1234
  whatever123 william123 zaq12wsxcde3 zxcvbnm123 zxcvbnm1234 zxcvbnm123456 zxcvbnm,./
  `
    .trim()
    .split(/\s+/),
);

/** Takes the password in lower case and without spaces. */
export function isCommonPassword(essence: string): boolean {
  return common.has(essence);
}
