import type { Reporter, TestModule } from "vitest/node";

const most = 10;

/** Lists the test files that took longest, at the end of a run of many. */
export default class SlowestFiles implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    if (modules.length <= most) return;
    const files = modules.map((module) => {
      const { collectDuration, setupDuration, duration } = module.diagnostic();
      return { name: module.relativeModuleId, seconds: (collectDuration + setupDuration + duration) / 1000 };
    });
    console.log(`The ${most} slowest of ${files.length} files, in seconds:`);
    for (const { name, seconds } of files.sort((a, b) => b.seconds - a.seconds).slice(0, most)) {
      console.log(`${seconds.toFixed(1).padStart(7)}  ${name}`);
    }
  }
}
