#!/usr/bin/env python3
"""Makes a small silent film from its captions: each cue of a WebVTT file becomes a slide that stands as long as the cue.

film.py CAPTIONS.vtt FILM.mp4    needs chromium and ffmpeg

So the film, its captions and its transcript cannot come to differ, and a correction is one of text.
"""
import html
import os
import re
import shutil
import subprocess
import sys
import tempfile

SIZE = (640, 360)
PAGE = """<!doctype html><meta charset="utf-8"><style>
body {{ margin: 0; width: {w}px; height: {h}px; box-sizing: border-box; padding: 44px 52px; display: flex; flex-direction: column;
  justify-content: center; font: 600 {size}px/1.3 system-ui, "Noto Sans", sans-serif; background: {paper}; color: {ink}; }}
p {{ margin: 0; text-wrap: balance; }}
i {{ position: absolute; left: 52px; bottom: 30px; width: {track}px; height: 6px; border-radius: 3px; background: {rail}; }}
i::after {{ content: ""; display: block; width: {done}%; height: 100%; border-radius: 3px; background: #e08a35; }}
</style><p>{text}</p><i></i>"""


def seconds(stamp):
    parts = [float(part) for part in stamp.split(":")]
    return sum(part * 60**place for place, part in enumerate(reversed(parts)))


def cues(path):
    text = open(path, encoding="utf-8").read()
    found = re.findall(r"([\d:.]+) --> ([\d:.]+)[^\n]*\n((?:.+\n?)+)", text)
    return [(seconds(start), seconds(end), " ".join(words.split())) for start, end, words in found]


def slide(words, place, count):
    first = place == 0
    return PAGE.format(
        w=SIZE[0], h=SIZE[1], track=SIZE[0] - 104, done=round((place + 1) * 100 / count), text=html.escape(words),
        size=34 if first or len(words) < 70 else 29, paper="#3c1a6b" if first else "#fbf7f0",
        ink="#fdf6ec" if first else "#241a2e", rail="#5d3a91" if first else "#ece1d1",
    )


def main(captions, film):
    chromium = next((name for name in ("chromium", "chromium-browser", "google-chrome") if shutil.which(name)), None)
    if chromium is None or shutil.which("ffmpeg") is None:
        sys.exit("film.py needs chromium and ffmpeg")
    shown = cues(captions)
    with tempfile.TemporaryDirectory() as folder:
        listing = []
        for place, (start, end, words) in enumerate(shown):
            page, picture = (os.path.join(folder, f"{place:03}.{kind}") for kind in ("html", "png"))
            with open(page, "w", encoding="utf-8") as out:
                out.write(slide(words, place, len(shown)))
            subprocess.run(
                [chromium, "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", f"--screenshot={picture}",
                 "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
                 f"--user-data-dir={folder}/profile", f"--window-size={SIZE[0]},{SIZE[1]}", f"file://{page}"],
                check=True, capture_output=True)
            listing.append(f"file '{picture}'\nduration {end - start}\n")
        # The last picture is named twice, or its time would be left out; the film ends with its last cue.
        listing.append(listing[-1].split("\n")[0] + "\n")
        list_file = os.path.join(folder, "list.txt")
        with open(list_file, "w", encoding="utf-8") as out:
            out.writelines(listing)
        subprocess.run(
            ["ffmpeg", "-y", "-loglevel", "error", "-f", "concat", "-safe", "0", "-i", list_file, "-t", str(shown[-1][1]), "-r", "10", "-c:v", "libx264",
             "-profile:v", "baseline", "-pix_fmt", "yuv420p", "-crf", "26", "-tune", "stillimage", "-g", "50",
             "-movflags", "+faststart", film], check=True)


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(*sys.argv[1:])
