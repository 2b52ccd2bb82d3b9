"""Interrupts through jupyter_client: every kind of cell, 30 in a row on one kernel, by message and by SIGINT."""
import os
import queue
import signal
import time

from driver import LIMIT, main, outputs_of, reply_to, run, send, start, stop, value_of

manager, client = None, None

CASES = {
    "empty loop": "while (true) { }",
    "counting loop": "long n = 0; while (true) n++;",
    "allocating loop": "while (true) { var a = new byte[1000]; }",
    "catch-all loop": "for (;;) { try { while (true) { } } catch { } }",
    "sleep": "System.Threading.Thread.Sleep(60000);",
    "task wait": "System.Threading.Tasks.Task.Delay(60000).Wait();",
    "lock": "var o = new object(); var held = new System.Threading.ManualResetEventSlim();"
            "var t = new System.Threading.Thread(() => { lock (o) { held.Set(); System.Threading.Thread.Sleep(3000); } }) { IsBackground = true };"
            "t.Start(); held.Wait(); lock (o) { }",
    "await delay": "await Task.Delay(60000);",
    "await loop": "while (true) { await Task.Delay(1); }",
    "await yield loop": "while (true) { await Task.Yield(); }",
    "loop after await": "await Task.Delay(10); while (true) { }",
    "printing loop": "while (true) Console.WriteLine(\"again\");",
}


def interrupt(case, code, how):
    request = client.execute(code)
    while True:
        message = client.get_iopub_msg(timeout=LIMIT)
        if message["msg_type"] == "execute_input" and message["parent_header"]["msg_id"] == request:
            break
    # some while compiling, some while running
    time.sleep(0.01 if how == "at once" else 0.4)
    began = time.monotonic()
    if how == "signal":
        os.kill(manager.provisioner.pid, signal.SIGINT)
    else:
        reply = reply_to(client, send(client, "control", "interrupt_request", {}), "control")
        assert reply["content"] == {"status": "ok"}, reply
    try:
        reply = reply_to(client, request, limit=20)["content"]
    except queue.Empty:
        raise AssertionError(f"{case}, interrupted by {how}: no reply within 20 s") from None
    took = time.monotonic() - began
    assert reply["status"] == "error" and reply["traceback"], (case, reply)
    outputs_of(client, request)
    assert "restart" not in reply["evalue"].lower(), (case, reply["evalue"])
    reply, outputs = run(client, "kept + 1")
    assert reply["status"] == "ok" and value_of(outputs) == "124", (case, reply)
    return took


def in_a_row(how, count):
    run(client, "var kept = 123;")
    slowest = {}
    names = list(CASES)
    for i in range(count):
        name = names[i % len(names)]
        slowest[name] = max(slowest.get(name, 0), interrupt(name, CASES[name], how))
    print(how + ": " + ", ".join(f"{name} {1000 * took:.0f} ms" for name, took in slowest.items()))


def thirty_in_a_row_by_message():
    in_a_row("message", 36)


def by_signal():
    in_a_row("signal", len(CASES))


def at_once():
    in_a_row("at once", len(CASES))


def with_nothing_to_interrupt():
    for _ in range(3):
        reply_to(client, send(client, "control", "interrupt_request", {}), "control")
        os.kill(manager.provisioner.pid, signal.SIGINT)
    time.sleep(0.2)
    assert value_of(run(client, "kept")[1]) == "123"


def queued_cells_are_aborted():
    first = client.execute("while (true) { }")
    second = client.execute("1")
    time.sleep(0.3)
    send(client, "control", "interrupt_request", {})
    assert reply_to(client, first)["content"]["status"] == "error"
    assert reply_to(client, second)["content"]["status"] == "aborted"
    outputs_of(client, second)


def a_loop_that_goes_on_elsewhere_is_told():
    request = client.execute("System.Threading.Tasks.Task.Run(() => { while (true) { } }).Wait();")
    time.sleep(0.5)
    send(client, "control", "interrupt_request", {})
    assert reply_to(client, request)["content"]["status"] == "error"
    told = [o["content"]["evalue"] for o in outputs_of(client, request) if o["msg_type"] == "error"][0]
    assert "restart" in told.lower(), told
    print("it says: " + told.strip())
    assert value_of(run(client, "kept")[1]) == "123"
    manager.restart_kernel()
    client.wait_for_ready(timeout=LIMIT)
    assert value_of(run(client, "5")[1]) == "5"


if __name__ == "__main__":
    # a shell in the background has its programs ignore SIGINT, and theirs: then it would interrupt nothing here
    signal.signal(signal.SIGINT, signal.default_int_handler)
    manager, client = start()
    try:
        main([thirty_in_a_row_by_message, by_signal, at_once, with_nothing_to_interrupt, queued_cells_are_aborted, a_loop_that_goes_on_elsewhere_is_told])
    finally:
        stop(manager, client)
