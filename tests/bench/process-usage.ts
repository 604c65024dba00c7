import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

/** What a process has used so far. */
export interface Usage {
  /** Processor time of all its threads, in milliseconds. */
  readonly processor: number;
  /** Resident memory now, in MiB. */
  readonly resident: number;
}

/** The kernel's clock tick, in milliseconds. */
const TICK = 1000 / Number(execFileSync("getconf", ["CLK_TCK"], { encoding: "utf8" }));

/** Read from /proc: Linux alone has it (https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html). */
export function usageOf(pid: number | undefined): Usage {
  const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
  // The name, in brackets, may hold anything; utime and stime are the 14th and 15th field of all.
  const [user = 0, system = 0] = stat
    .slice(stat.lastIndexOf(")") + 2)
    .split(" ")
    .slice(11, 13)
    .map(Number);
  const resident = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0;
  return { processor: (user + system) * TICK, resident: Number(resident) / 1024 };
}
