// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/error.h"
#include "tests/support/test_files.h"

#include <QByteArray>
#include <QColor>
#include <QImage>
#include <QStringList>

#include <functional>

namespace jz::test {

/// A PDF with a classic table, written by hand: `objects[0]` is object 1, the catalog.
QByteArray pdfOf(const QList<QByteArray>& objects);

/// A stream object: `<< entries /Length n >> stream … endstream`.
QByteArray streamObject(const QByteArray& data, const QByteArray& entries = {});

/// A4 pages with the word "Page n" in their upper left corner. Their content leaves the coordinate system
/// turned upside down, as Cairo's does.
QByteArray skeletonPdf(int pages);

/// One page of 100 × 200 pt: red above, blue below, with more entries in the page dictionary
/// and more objects from number 5 on.
QByteArray redOverBluePdf(const QByteArray& pageEntries = {}, const QList<QByteArray>& more = {});

/// A picture of four coloured quarters: red, green above; blue, yellow below. Saved as its suffix says.
QString quarters(const QString& path, const QSize& size);

/// `jpeg` with a segment inserted after SOI.
QByteArray withSegment(const QByteArray& jpeg, uchar marker, const QByteArray& body);

/// Body of an EXIF segment with orientation, a GPS position and a maker's name.
QByteArray exifBody(int orientation);

/// Page `page` (1-based) drawn by poppler with 72 dpi.
QImage drawn(const QString& pdf, int page = 1);

/// The colour at a place given in mm from the top left, as a word: red, green, blue, yellow, white, …
QString colourAt(const QImage& page, double xMm, double yMm);

/// True when qpdf finds neither error nor warning; else its words are put into the test log.
bool passesQpdfCheck(const QString& pdf);

/// For BOOST_CHECK_EXCEPTION: an Error of that code whose message names `name` in both languages.
std::function<bool(const Error&)> tells(ErrorCode code, const QString& name);

/// Most memory this process has held so far, in bytes; always 0 under the address sanitizer, which keeps freed
/// memory back and would be measured itself.
qint64 peakMemory();

/// A baseline JPEG (ITU-T T.81) of even blocks: `bitsOfUnit` gives the entropy-coded bits of one unit of all
/// components. Codes: differences of category 0, 7, 8 are 00, 01, 10; the end of a block is 0. `adobe` is the body of
/// an APP14 segment, empty for none.
QByteArray plainJpeg(const QSize& size, int components, const QByteArray& adobe,
                     const std::function<QByteArray(int)>& bitsOfUnit);

/// Pages of the given sizes in points, the first half red, the others blue; `more` stands in every page.
QByteArray pagesPdf(const QList<QSize>& sizes, const QByteArray& more = {});

} // namespace jz::test
