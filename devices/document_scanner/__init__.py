"""Document scanner: pages from a SANE scanner or a document camera, judged, straightened, kept until handed over."""
