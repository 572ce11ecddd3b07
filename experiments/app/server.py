"""The app's server: it answers scenarios, remembers nobody, and keeps nothing."""

import gzip
import json
from functools import cache
from pathlib import Path
from threading import Condition, Event
from typing import Literal

from cachetools import LRUCache, cached
from fastapi import FastAPI, Request
from fastapi.responses import HTMLResponse, PlainTextResponse, Response
from fastapi.staticfiles import StaticFiles

from experiments.app import answers, controls, files, pages, stored
from experiments.app.asked import REPLICATES, BandAsked, CompareAsked, FamilyAsked, OneRun, RunAsked, Shelf, TextAsked
from experiments.app.compare import compared
from experiments.app.crew import Crew
from experiments.app.district import KINDS, DistrictAsked, DistrictShelf, looked_at, template
from experiments.app.doors import guarded
from experiments.app.institutions import InstitutionAsked, institution_story
from experiments.app.plan import PlanAsked, planned
from experiments.app.report import reported
from experiments.app.story import story
from experiments.app.told import Told
from experiments.app.wrong import say_what_is_wrong

STATIC = Path(__file__).parent / "static"


def make_app(*, hosts=("127.0.0.1", "localhost"), for_a_class=False, show=None, address="", crew=None):
    """The app for one host: in a class only what the package carries and `show` names can be opened."""
    app = FastAPI(docs_url=None, redoc_url=None, openapi_url=None)
    guarded(app, hosts)
    shelf = Shelf(for_a_class)
    say_what_is_wrong(app)
    _answers(app, shelf, crew or Crew(1))
    _long_answers(app, shelf)
    _stored_answers(app, show)
    _pages(app, address)
    app.mount("/static", StaticFiles(directory=STATIC), name="static")
    return app


def _answers(app, shelf, crew):
    """Plain functions, so that they run in threads: the compiled week lets go of the interpreter."""

    @app.get("/api/schema")
    def schema():
        return controls.schema(shelf)

    @app.get("/api/charts")
    def charts():
        return PlainTextResponse(_charts(), media_type="application/json")

    @app.post("/api/run")
    def run(asked: RunAsked):
        return Response(_run(crew, shelf.for_a_class, asked.model_dump_json()), media_type="application/json")

    @app.post("/api/band")
    def band(asked: BandAsked):
        said = crew.do(answers.band, shelf.for_a_class, asked.model_dump_json())
        return Response(said, media_type="application/json")

    @app.post("/api/family")
    def family(asked: FamilyAsked):
        return story(shelf.scenario(asked.start, asked.events), asked.seed, asked.family)

    @app.post("/api/institution")
    def institution(asked: InstitutionAsked):
        return institution_story(shelf.scenario(asked.start, asked.events), asked.seed, asked.kind, asked.number)

    @app.post("/api/save")
    def save(asked: OneRun):
        scenario = shelf.scenario(asked.start, asked.events)
        return PlainTextResponse(files.as_yaml(scenario.said, asked.seed), media_type="application/yaml")

    @app.post("/api/open")
    def open_file(asked: TextAsked):
        return files.opened(shelf, asked.text)


def _long_answers(app, shelf):
    """Work of seconds, told line by line: a client that leaves ends it, and so does the end of the app."""
    ending = app.state.ending = Event()

    @app.post("/api/compare")
    def compare(asked: CompareAsked):
        return Told(compared(DistrictShelf(shelf, asked.district), asked), ending)

    @app.post("/api/report")
    def report(asked: CompareAsked):
        return Told(reported(shelf, asked), ending)

    @app.post("/api/plan")
    def plan(asked: PlanAsked):
        return Told(planned(shelf, asked), ending)

    @app.post("/api/district")
    def district(asked: DistrictAsked):
        return looked_at(asked.sheet)

    @app.get("/api/district/my_district.{kind}")
    def sheet_to_fill_in(kind: Literal["xlsx", "csv"]):
        return Response(template(kind), media_type=KINDS[kind])


def _stored_answers(app, show):
    @app.get("/api/stored")
    def listing():
        return stored.listing(show)

    @app.get("/api/stored/{number}")
    def one(number: int):
        return stored.one(show, number)

    @app.get("/api/stored/{number}/{name}")
    def picture(number: int, name: str):
        content, kind = stored.picture(show, number, name)
        return Response(content, media_type=kind)


@cache
def _charts():
    from experiments.app.charts import specs

    return json.dumps(specs())


@cached(LRUCache(256), key=lambda crew, *asked: asked, condition=Condition())
def _run(crew, for_a_class, text):
    """The answer to a request, ready to be sent: many in a room ask the same."""
    return crew.do(answers.run, for_a_class, text)


def _pages(app, address):
    @app.get("/vega.js")
    def vega(request: Request):
        packed = "gzip" in request.headers.get("accept-encoding", "")
        headers = {"Cache-Control": "max-age=86400", "Vary": "Accept-Encoding"}
        headers |= {"Content-Encoding": "gzip"} if packed else {}
        return Response(vega_bundle(packed), media_type="text/javascript", headers=headers)

    @app.get("/", response_class=HTMLResponse)
    def explore():
        return pages.page("explore")

    @app.get("/compare", response_class=HTMLResponse)
    def compare():
        return pages.page("compare", most_runs=REPLICATES)

    @app.get("/plan", response_class=HTMLResponse)
    def plan():
        return pages.page("plan")

    @app.get("/matters", response_class=HTMLResponse)
    def matters():
        return pages.page("matters")

    @app.get("/teacher", response_class=HTMLResponse)
    def teacher():
        return pages.page("teacher", address=address, scan=pages.to_scan(address))


@cache
def vega_bundle(packed):
    """Vega-Lite as the installed vl-convert carries it: nothing is fetched from anywhere. Packed once for a whole class."""
    import vl_convert

    if packed:
        return gzip.compress(vega_bundle(False).encode())
    return vl_convert.javascript_bundle()


def warm_up():
    """Everything a first visitor would wait for."""
    answers.warm_up()
    _charts()
    vega_bundle(packed=True)
    pages.words()
