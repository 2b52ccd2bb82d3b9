"""The cells of a lesson sent to a kernel that is just starting: a type is the same type in all of them."""
from driver import main, start, stop

STARTS = 10
CELLS = [
    '#r "nuget: Backprop.Teaching"\nusing Backprop.Teaching;\nusing static Backprop.Teaching.Lesson;\nusing MathNet.Numerics.LinearAlgebra;',
    "var trace = Backpropagation.Run(Examples.Mazur);",
    'Check(trace["J"], "?")',
]


def the_first_cells_of_a_lesson_share_their_types():
    for number in range(STARTS):
        manager, client = start()
        try:
            for cell in CELLS:
                reply = client.execute_interactive(cell, timeout=60, output_hook=lambda message: None)
                assert reply["content"]["status"] == "ok", f"start {number}: {reply['content']}"
        finally:
            stop(manager, client)


if __name__ == "__main__":
    main([the_first_cells_of_a_lesson_share_their_types])
