"""What can be wrong in one place of a rule: every operator swapped, every number nudged, one at a time."""

import ast
import copy
from dataclasses import dataclass

OPERATORS = {
    ast.Add: (ast.Sub,),
    ast.Sub: (ast.Add,),
    ast.Mult: (ast.Div,),
    ast.Div: (ast.Mult,),
    ast.FloorDiv: (ast.Mult,),
    ast.Mod: (ast.Mult,),
    ast.Pow: (ast.Mult,),
    ast.Lt: (ast.GtE, ast.LtE),  # the other way round, and off by the border
    ast.GtE: (ast.Lt, ast.Gt),
    ast.Gt: (ast.LtE, ast.GtE),
    ast.LtE: (ast.Gt, ast.Lt),
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.BitAnd: (ast.BitOr,),
    ast.BitOr: (ast.BitAnd,),
    ast.LShift: (ast.RShift,),
    ast.RShift: (ast.LShift,),
    ast.And: (ast.Or,),
    ast.Or: (ast.And,),
}
OTHER_NAME = {"min": "max", "max": "min"}


@dataclass(frozen=True)
class Mutant:
    """A function of a rule file with one thing wrong."""

    file: str
    line: int
    function: str
    was: str
    became: str
    code: object  # of the whole function, to be run

    def __str__(self):
        return f"{self.file}:{self.line}: {self.function}: {self.was}  became  {self.became}"


def mutants_of(path):
    """Every function of a rule file with one thing wrong, in the order of the text."""
    for function in ast.parse(path.read_text(encoding="utf-8")).body:
        if not isinstance(function, ast.FunctionDef):
            continue
        function.decorator_list = []
        for place, node in enumerate(ast.walk(function)):
            for swap in _swaps(node):
                yield _mutant(function, place, swap, path.name)


def _mutant(function, place, swap, file):
    wrong = copy.deepcopy(function)
    node = list(ast.walk(wrong))[place]
    line, was = node.lineno, ast.unparse(node)
    swap(node)
    code = compile(ast.fix_missing_locations(ast.Module([wrong], [])), f"<mutant of {file}>", "exec")
    return Mutant(file, line, function.name, was, ast.unparse(node), code)


def _swaps(node):
    """The ways in which one place can be wrong, each as a change of its node."""
    match node:
        case ast.BinOp() | ast.BoolOp() | ast.AugAssign():
            return [lambda one, op=op: setattr(one, "op", op()) for op in OPERATORS[type(node.op)]]
        case ast.Compare(ops=[ask]):
            return [lambda one, op=op: setattr(one, "ops", [op()]) for op in OPERATORS[type(ask)]]
        case ast.Call(func=ast.Name(id="min" | "max")):
            return [lambda one: setattr(one.func, "id", OTHER_NAME[one.func.id])]
        case ast.Constant(value=int() | float()):
            return [lambda one: setattr(one, "value", _nudged(one.value))]
        case ast.UnaryOp(op=ast.USub()):
            return [lambda one: setattr(one, "op", ast.UAdd())]
        case _:
            return []


def _nudged(value):
    if isinstance(value, bool):
        return not value
    return value + 1 if isinstance(value, int) else 1.1 * value or 0.1
