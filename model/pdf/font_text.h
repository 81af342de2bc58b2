// SPDX-License-Identifier: Apache-2.0
// Private to model/pdf: qpdf shows in it.
#pragma once

#include "model/pdf/qpdf_objects.h"

#include <QHash>

namespace jz {

/// What the codes of a font mean and how wide they are (ISO 32000-2, 9.7 and 9.10).
class FontText
{
public:
    FontText(QpdfObjects& objects, QPDFObjectHandle font);

    struct Glyph
    {
        QString text;      ///< U+FFFD where the file does not say
        double width = 0;  ///< of the advance, in thousandths of the type size
        bool isBlank = false; ///< the single-byte code 32, which word spacing widens
    };
    QList<Glyph> decode(const std::string& codes) const;
    /// The font program is in the file, or the font is drawn by the file itself (Type 3).
    bool isEmbedded() const { return m_embedded; }
    const QString& name() const { return m_name; }

private:
    void readWidths(QpdfObjects& objects, QPDFObjectHandle font);
    void readCompositeWidths(QpdfObjects& objects, QPDFObjectHandle descendant);
    void readMap(const QByteArray& map);
    QString textOf(int code) const;

    bool m_composite = false;
    bool m_embedded = false;
    bool m_hasMap = false;
    QString m_name;
    QHash<int, QString> m_texts;
    QHash<int, double> m_widths;
    double m_defaultWidth = 0;
};

} // namespace jz
