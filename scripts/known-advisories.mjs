/** Returns all packages of a lock file that are older than a version that mended something: "name version: id". */
export function known(lock, advisories) {
  return Object.entries(lock.packages).flatMap(([path, { version, dev }]) => {
    const name = path.split("node_modules/").at(-1);
    return advisories
      .filter(
        (one) => one.name === name && isBefore(version, one.fixed) && !isBefore(version, one.from ?? "0.0.0"),
      )
      .map(({ id, fixed }) => ({ line: `${name} ${version}: ${id}, mended in ${fixed}`, dev: Boolean(dev) }));
  });
}

/** Compares the numbers of two versions. */
function isBefore(version, other) {
  const numbers = (text) => text.split("-")[0].split(".").map(Number);
  const [ours, theirs] = [numbers(version), numbers(other)];
  const at = ours.findIndex((number, index) => number !== theirs[index]);
  return at !== -1 && ours[at] < theirs[at];
}
