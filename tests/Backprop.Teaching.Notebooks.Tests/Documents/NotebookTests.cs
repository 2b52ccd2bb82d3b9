namespace Backprop.Teaching.Notebooks.Tests;

public class NotebookTests
{
    [Fact]
    public void The_file_is_written_as_jupyter_writes_it()
    {
        var cell = new Cell { Id = "a", Kind = CellKind.Code, Source = "x\n", ExecutionCount = 2, Tags = [CellTag.RaisesException], Outputs = [CellOutput.Printed("stdout", "δ \"q\"\n𝛿\u0001"), CellOutput.Shown(MimeBundle.OfText("t").With("application/json", "{\"b\":1.50,\"a\":[]}"), isResult: true)] };
        Assert.Equal(
            """
            {
             "cells": [
              {
               "cell_type": "code",
               "execution_count": 2,
               "id": "a",
               "metadata": {
                "tags": [
                 "raises-exception"
                ]
               },
               "outputs": [
                {
                 "name": "stdout",
                 "output_type": "stream",
                 "text": [
                  "δ \"q\"\n",
                  "𝛿\u0001"
                 ]
                },
                {
                 "data": {
                  "application/json": {
                   "a": [],
                   "b": 1.50
                  },
                  "text/plain": [
                   "t"
                  ]
                 },
                 "execution_count": 2,
                 "metadata": {},
                 "output_type": "execute_result"
                }
               ],
               "source": [
                "x\n"
               ]
              }
             ],
             "metadata": {
              "kernelspec": {
               "display_name": "C# (Backprop)",
               "language": "C#",
               "name": "backprop-csharp"
              },
              "language_info": {
               "file_extension": ".cs",
               "mimetype": "text/x-csharp",
               "name": "C#",
               "pygments_lexer": "csharp"
              }
             },
             "nbformat": 4,
             "nbformat_minor": 5
            }

            """.ReplaceLineEndings("\n"),
            new Notebook([cell]).ToJson());
    }

    [Fact]
    public void Reading_and_writing_again_changes_nothing()
    {
        var folder = Directory.CreateTempSubdirectory("backprop-notebook-").FullName;
        var copy = Path.Combine(folder, "copy.ipynb");
        Notebook.Read(Lab.Sample).Save(copy);
        Assert.Equal(File.ReadAllText(Lab.Sample), File.ReadAllText(copy));
        Directory.Delete(folder, recursive: true);
    }
}
