"""What the confined process is asked to do in tests."""

import ctypes
import os
import signal
import time
from pathlib import Path


def work(job: bytes) -> bytes:
    match job.partition(b":")[0]:
        case b"echo":
            return job[::-1]
        case b"spin":
            while True:
                pass
        case b"sleep":
            time.sleep(600)
        case b"eat":
            return b"x" * 8 * 1024**3
        case b"raise":
            raise ValueError("a word of the job")
        case b"crash":
            ctypes.string_at(0)
        case b"exit":
            os._exit(3)
        case b"mortal":
            # Killed from outside, as many times as its file says.
            counter = Path(os.fsdecode(job.partition(b":")[2]))
            if left := int(counter.read_text()):
                counter.write_text(str(left - 1))
                os.kill(os.getpid(), signal.SIGKILL)
            return b"survived"
        case b"print":
            print("noise")
            return b"quiet"
        case b"env":
            return repr(sorted(os.environ)).encode()
        case b"pid":
            return str(os.getpid()).encode()
    return b""
