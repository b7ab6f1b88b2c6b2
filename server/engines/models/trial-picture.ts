/**
 * A house under the sun, 64 × 64, as a baseline JPEG. It is the smallest picture that every vision model
 * takes: some cut pictures into squares of 32 pixels and need more than one.
 */
export const trialPicture: Uint8Array = Buffer.from(
  "/9j/2wBDABsSFBcUERsXFhceHBsgKEIrKCUlKFE6PTBCYFVlZF9VXVtqeJmBanGQc1tdhbWGkJ6jq62rZ4C8ybqmx5moq6T/2wBDARweHigjKE4r" +
    "K06kbl1upKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKT/wAARCABAAEADASIAAhEBAxEB/8QAGAABAQEB" +
    "AQAAAAAAAAAAAAAAAAMEAgX/xAAsEAACAQIEAgkFAAAAAAAAAAAAAQIDEQQSITEUQQUTFVNjgaGi4SI0Q7HB/8QAGAEAAwEBAAAAAAAAAAAAAAAA" +
    "AAMEAgH/xAAfEQACAwACAwEBAAAAAAAAAAAAAQIDERIxE1FhFCH/2gAMAwEAAhEDEQA/ANoAKiUAAAB1GnOSuo6CklKok9jYS33ut4h1dfL+swtO" +
    "Ls1Zg04iKdO/NGYbTZ5I6YnDi8ABOrWp0rZ5WvtoMbzswlvRQEOMod56McZQ7z0ZznH2a4y9F03FprdGmNeDWujMkJxqRUou6fM6F2VRs7OxnKHR" +
    "WtVz6LYkAbhBQWIzKTk9YMPSX4/P+HqmfGYTisn15ct+VyaV3JZhRGvi908UHo9leN7fkdleN7fkVqHHeC+1h5/sud4el1FGNPNmtfW1uZQcr8WY" +
    "IdWvdIAuDv6Phzw/QACYeAAAAAAAAAAf/9k=",
  "base64",
);
