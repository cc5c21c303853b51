"""Adds up profiles with Apache Spark, and prints a line of sums for each part: spark.py PROFILES PARTS [kill].

With `kill`, the first try of every third part loses its worker, and that of every third its filter. Spark tries each again, up
to four times, and nothing of a try that failed is counted: the sums of a part are one line, which comes at its end.
"""

import os
import signal
import subprocess
import sys

from pyspark import TaskContext
from pyspark.sql import SparkSession

PART = os.path.join(os.path.dirname(os.path.abspath(__file__)), "part")

# After so many lines of a part something is killed.
MIDDLE = 1000


def with_deaths(index, lines):
    is_first_try = TaskContext.get().attemptNumber() == 0
    for number, line in enumerate(lines):
        if is_first_try and number == MIDDLE and index % 3 < 2:
            told(f"killed in part {index}")
            if index % 3 == 0:
                os.kill(os.getpid(), signal.SIGKILL)
            subprocess.run(["pkill", "-KILL", "-P", str(os.getpid())], check=True)
        yield line


def told(what):
    print(what, file=sys.stderr, flush=True)


def main():
    profiles, parts, kills = sys.argv[1], int(sys.argv[2]), "kill" in sys.argv[3:]
    os.environ["PYSPARK_PYTHON"] = sys.executable
    # As many threads as there are cores, and four tries for each part: `local[N]` alone has one.
    master = f"local[{os.cpu_count()},4]"
    session = SparkSession.builder.master(master).config("spark.ui.enabled", "false").getOrCreate()
    session.sparkContext.setLogLevel("OFF")
    lines = session.sparkContext.textFile(profiles, parts)
    if kills:
        lines = lines.mapPartitionsWithIndex(with_deaths)
    # Without `checkCode`, the lines of a filter that failed are lost without a word.
    for sums in lines.pipe(PART, env=dict(os.environ), checkCode=True).collect():
        print(sums)
    # It is no child that is waited for, so that nobody else knows.
    with open(f"/proc/{session.sparkContext._gateway.proc.pid}/status") as status:
        told("java " + next(line.split()[1] for line in status if line.startswith("VmHWM:")))
    session.stop()


main()
