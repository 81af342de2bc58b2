// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/procedure/scan_intake.h"
#include "tests/support/test_files.h"

#include <QImage>

namespace jz::test {

/// A final paper of the sample dossier without attachments, and its pages.
struct FinalPaper
{
    QString path;
    PageMap map;

    /// The first page that bears the applicant's signature, 1-based.
    int signedPage() const;
};

/// Papers made once for the whole program.
struct Papers
{
    static const Papers& all();

    ScratchFolder folder;
    FinalPaper first;    ///< revision 1
    FinalPaper changed;  ///< revision 2: a value on the first page is another
    FinalPaper foreign;  ///< another dossier
    QString draft;       ///< of the first

private:
    Papers();
    FinalPaper write(const QString& name, const QString& id, int revision, const QString& address) const;
};

/// What happens to a page on its way through a scanner or a camera.
struct Distortion
{
    double degrees = 0;
    double noise = 0;       ///< standard deviation, grey levels
    int blur = 0;           ///< radius, pixels
    int quality = 85;       ///< of the JPEG
    bool perspective = false;
    bool shadow = false;
    bool grey = false;
};

QImage distorted(const QImage& page, const Distortion& distortion);
/// Both pages on one sheet, side by side.
QImage sideBySide(const QImage& left, const QImage& right);
/// Writes a JPEG and returns its path.
QString savePicture(const QImage& image, const QString& path, int quality = 85);
/// A PDF with one picture (JPEG files) a page.
QString savePdf(const QStringList& pictures, const QString& path);
/// A red disc over the middle of the code, as a seal's star may come to lie.
QImage withSealOverCode(QImage page, const MappedPage& mapped, const QColor& colour);

} // namespace jz::test
