// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHash>
#include <QObject>
#include <QSet>

namespace jz::ui {

/// How many pages files have, counted on another thread and remembered by what the files contain. Lives in the windows' thread.
class FilePages : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;
    ~FilePages() override;

    /// Pages of the file at `path`, whose bytes have that SHA-256; 0 while they are being counted (counted() comes then) and when
    /// they cannot be.
    int pages(const QByteArray& sha256, const QString& path);

Q_SIGNALS:
    void counted();

private:
    QHash<QByteArray, int> m_known;
    QSet<QByteArray> m_asked;
};

} // namespace jz::ui
